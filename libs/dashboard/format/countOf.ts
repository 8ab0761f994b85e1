export { countOf } from '@milepost/domain';
