export { asObject, numberMember, objectMember, objectsMember, textMember, textsMember } from '@milepost/domain';
export type { EventData } from '@milepost/domain';
