import { Type } from '@sinclair/typebox';
import { plain, Text, Uuid } from './schemaParts';

/** What is said about facts afterwards. A correction carries the fact's complete data again, so its schema is that of the fact's type plus `corrects`. */

export const Corrects = plain({ fact: Uuid, replaces: Uuid, type: Type.String({ maxLength: 200 }), reason: Text });
export const FactRetracted = plain({ fact: Uuid, replaces: Uuid, reason: Text });
export const FactReinstated = plain({ fact: Uuid, replaces: Uuid, reason: Text });
export const FactDisputed = plain({ fact: Uuid, grounds: Text });
export const DisputeResolved = plain({ dispute: Uuid, outcome: Text });
export const EvidenceAttached = plain({ fact: Uuid, answers: Type.Optional(Text) });

/** What replaces what was recorded before: every other type only adds to it. */
export const CORRECTING_TYPES: readonly string[] = ['FactCorrected.v1', 'FactRetracted.v1', 'FactReinstated.v1'];
