import type { TSchema } from '@sinclair/typebox';
import { ClocksCompared, ImportCompleted, TokenHashKept, TokenIssued, TokenRevoked } from './access';
import { factSchemas } from './factSchemas';
import { LedgerEpochOpened, LedgerOpened } from './log';
import { Corrects, DisputeResolved, EvidenceAttached, FactDisputed, FactReinstated, FactRetracted } from './marks';

/** The schema of a correction of a fact of this type: the fact's complete data and the reserved member `corrects`. */
function correctionOf(schema: TSchema): TSchema {
  const object = schema as TSchema & { properties: Record<string, TSchema>; required?: string[] };
  return {
    ...object,
    properties: { ...object.properties, corrects: Corrects },
    required: [...(object.required ?? []), 'corrects'],
  };
}

/** By the type of the fact corrected, for `FactCorrected.v1`. */
export const correctionSchemas: Readonly<Record<string, TSchema>> = Object.fromEntries(
  Object.entries(factSchemas).map(([type, schema]) => [type, correctionOf(schema)]),
);

/** Every type that Milepost writes but `FactCorrected.v1`, whose schema depends on the fact's type. */
export const eventSchemas: Readonly<Record<string, TSchema>> = {
  ...factSchemas,
  'FactRetracted.v1': FactRetracted,
  'FactReinstated.v1': FactReinstated,
  'FactDisputed.v1': FactDisputed,
  'DisputeResolved.v1': DisputeResolved,
  'EvidenceAttached.v1': EvidenceAttached,
  'LedgerOpened.v1': LedgerOpened,
  'LedgerEpochOpened.v1': LedgerEpochOpened,
  'TokenIssued.v1': TokenIssued,
  'TokenRevoked.v1': TokenRevoked,
  'TokenHashKept.v1': TokenHashKept,
  'ImportCompleted.v1': ImportCompleted,
  'ClocksCompared.v1': ClocksCompared,
};

export const FACT_CORRECTED = 'FactCorrected.v1';
