/** What libsql binds safely. */
export type SqliteBind = string | number | bigint | null | Buffer;

/** UTC with milliseconds, the text form in which TypeORM stores instants on SQLite. */
export function sqliteInstant(value: Date): string {
  return value.toISOString().replace('T', ' ').slice(0, 23);
}

/**
 * libsql 0.5 aborts the whole process (SIGABRT) when a boolean, a Date or an object is bound, and cuts
 * text at a NUL character: every parameter passes here first. A single NULL or Buffer it takes for an object
 * of named parameters ("failed to downcast any to object"): inside a list it is a value again.
 */
export function toSqliteBinds(parameters: readonly unknown[]): (SqliteBind | SqliteBind[])[] {
  const binds = valuesOf(parameters);
  return binds.length === 1 && typeof binds[0] === 'object' ? [binds] : binds;
}

function valuesOf(parameters: readonly unknown[]): SqliteBind[] {
  return parameters.map((value) => {
    switch (typeof value) {
      case 'string':
        return value.includes('\0') ? value.replaceAll('\0', '') : value;
      case 'number':
        if (!Number.isFinite(value)) throw new TypeError('cannot bind a number that is not finite');
        return value;
      case 'bigint':
        return value;
      case 'boolean':
        return value ? 1 : 0;
      case 'undefined':
        return null;
      default:
        if (value === null || Buffer.isBuffer(value)) return value;
        if (value instanceof Date) return sqliteInstant(value);
        throw new TypeError(`cannot bind ${Object.prototype.toString.call(value)}`);
    }
  });
}
