/** WeChat has no wide windows: tasks open on their own page, and the main package stays small. */
export function TaskPane(_props: { id: number }) {
  return null;
}
