export { percentInWords } from '@milepost/domain';
