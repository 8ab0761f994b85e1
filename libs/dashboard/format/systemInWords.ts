import { textMember } from './eventMembers';
import type { EventData } from './eventMembers';

/** What a deployment is called: its product, or what the source calls product or supplier. */
export function systemInWords(data: EventData): string | undefined {
  const product = textMember(data, 'product');
  const supplier = textMember(data, 'supplier');
  if (product !== undefined && supplier !== undefined) return `${product} (${supplier})`;
  return product ?? textMember(data, 'productSupplier') ?? supplier;
}
