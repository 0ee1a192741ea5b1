/** The two SQL dialects that `keyset.ts` and the migrations distinguish. */
export type Dialect = 'mysql' | 'sqlite';
