/** A link as templates take it: text, and where it leads. */
export interface Link {
  readonly text: string;
  readonly href: string;
}

/** What a page function makes: which template, and what stands in it. Frame and headers come from the visit. */
export interface PageView {
  /** File name in `templates/`. */
  readonly template: string;
  /** The page's own title, before "Milepost". */
  readonly title: string;
  /** The trail from the first page to here, without here. */
  readonly trail: readonly Link[];
  /** The page's values, by the names that its template uses. */
  readonly page: object;
  /** Whether charts are among the values: what draws them is loaded before the page is made. */
  readonly charts?: boolean;
}
