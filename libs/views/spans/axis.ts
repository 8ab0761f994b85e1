/** On the recorded axis knowledge is the ledger's size; on the public axis the public day, plus one. */
export const AXIS = { recorded: 0, public: 1 } as const;
export type Axis = (typeof AXIS)[keyof typeof AXIS];
