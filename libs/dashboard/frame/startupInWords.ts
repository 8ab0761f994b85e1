import type { Startup } from '@milepost/views';
import { numberInWords } from '../format/numberInWords';

/** What a start that is not over means for the reader. */
export interface StartupInWords {
  readonly heading: string;
  readonly text: string;
  /** How much is dealt with of all there is, where files are being read in. */
  readonly progress: { readonly done: number; readonly total: number; readonly text: string } | undefined;
}

/** Undefined once the start is over. */
export function startupInWords(startup: Startup | undefined): StartupInWords | undefined {
  switch (startup?.kind) {
    case 'ready':
      return undefined;
    case 'importing': {
      const { file, done, total } = startup;
      const text = `${numberInWords(done)} of ${numberInWords(total)} done, now in ${file}`;
      return {
        heading: 'The public record is being read in',
        text: 'Until that is done, what is shown here is not complete.',
        progress: { done, total, text },
      };
    }
    case 'failed':
      return {
        heading: 'The start could not be finished',
        text: `${startup.reason} What is shown here may not be complete. Whoever runs this Milepost has to act.`,
        progress: undefined,
      };
    default:
      return {
        heading: 'Milepost is starting',
        text: `${startup?.step ?? 'Getting ready'}.`,
        progress: undefined,
      };
  }
}
