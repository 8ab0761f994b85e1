export { dayRangeInWords } from '@milepost/domain';
