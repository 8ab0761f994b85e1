import type { EntrySource } from '../reading/entrySource';
import { removeOtherViews, switchViews } from '../writer/viewsFolder';
import type { BuiltViews } from './buildViews';
import { buildViews } from './buildViews';

/** Builds all views anew and puts them in use. Beside a running writer, `buildViews` and the writer's `adopt` instead. */
export function rebuildViews(source: EntrySource, folder: string): BuiltViews {
  const built = buildViews(source, folder);
  switchViews(folder, built.name);
  removeOtherViews(folder);
  return built;
}
