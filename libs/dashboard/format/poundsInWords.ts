export { poundsInWords } from '@milepost/domain';
