export { numberInWords } from '@milepost/domain';
