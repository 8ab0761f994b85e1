export { periodInWords } from '@milepost/domain';
