import type { ResolvedMoment } from '@milepost/views';

/** A final answer to a question that names its moment is the same for ever. Any other is asked for again each time. */
export function cacheControl(moment: Pick<ResolvedMoment, 'final' | 'pinned'> | undefined, withToken: boolean): string {
  if (moment?.final !== true || !moment.pinned) return 'no-cache';
  return `${withToken ? 'private' : 'public'}, max-age=31536000, immutable`;
}

/** The entity tags of `If-None-Match`, weak ones too. */
export function tagsOf(header: string | undefined): readonly string[] {
  return (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
}
