import { Type } from '@sinclair/typebox';
import { fact, IcbCode, Inferred, RegionCode, Text } from './schemaParts';

/** Integrated care boards. */

export const IcbOpened = fact({ name: Text, region: RegionCode, regionName: Text });
export const IcbRenamed = fact({ name: Text });
/** The day is the last day of life. */
export const IcbClosed = fact({});
export const IcbSucceeded = fact({
  successors: Type.Array(
    Type.Object({ icb: IcbCode, inferred: Type.Optional(Inferred) }, { additionalProperties: false }),
    { minItems: 1 },
  ),
});
