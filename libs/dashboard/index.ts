export { PagesData } from './pagesData';
export type { ImportedFile, ImportReport, RefusedRow } from './pagesData';
