import { WHOLE_TRUST } from '@milepost/domain';
import type { FactType } from '@milepost/domain';
import type { TrustView } from '@milepost/views';
import type { EventData } from '../format/eventMembers';
import { systemInWords } from '../format/systemInWords';
import { assessmentFields } from './assessmentFields';
import { eprFields } from './eprFields';
import type { Field } from './field';
import type { KnownSystem } from './fields/deploymentField';
import { flagField } from './fields/flagField';
import type { FormFields } from './formFields';

/** What is asked about a fact of a type that has a form; undefined where it has none. `data`: what is known of it before. */
export function factFields(
  type: FactType,
  data: EventData,
  systems: readonly KnownSystem[],
  besides: readonly Field[],
): FormFields | undefined {
  const asked = [...besides, ...flagsOf(data)];
  return type === 'CapabilityAssessed.v1' ? assessmentFields(data, asked) : eprFields(type, systems, asked);
}

/** The EPR systems that the record knows at a trust. */
export function systemsOf(trust: TrustView | undefined): readonly KnownSystem[] {
  const named = (trust?.deployments ?? []).filter(({ deployment }) => deployment !== WHOLE_TRUST);
  return named.map(({ deployment, product, supplier, productSupplier }) => ({
    deployment,
    text: systemInWords({ product, supplier, productSupplier }) ?? deployment,
  }));
}

/** What the record says of its own reading is asked only where it says so: a correction can take it away. */
function flagsOf(data: EventData): readonly Field[] {
  const inferred = { member: 'inferred', label: 'How sure the record is', text: 'Inferred: no source says so' };
  return data['inferred'] === true ? [flagField(inferred)] : [];
}
