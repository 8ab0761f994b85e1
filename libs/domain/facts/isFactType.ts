import type { FactType } from '../events/factSchemas';
import { factSchemas } from '../events/factSchemas';

/** Whether a stored type is that of a fact, not of a mark on one or of the log itself. */
export const isFactType = (type: string): type is FactType => Object.hasOwn(factSchemas, type);
