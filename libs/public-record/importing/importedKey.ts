/** Names what a data set said once and may say again: its key, and the type of fact, since one row can give several. */
export function importedKey(dataSet: string, key: string, type: string): string {
  return JSON.stringify([dataSet, key, type]);
}
