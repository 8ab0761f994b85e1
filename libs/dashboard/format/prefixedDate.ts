export { afterNoun, prefixedDate } from '@milepost/domain';
