export { dateInWords } from '@milepost/domain';
export type { DatedText } from '@milepost/domain';
