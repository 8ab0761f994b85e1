export { dayInWords, MONTHS, partsOfDay } from '@milepost/domain';
