/** Words that are no names unless quoted. Fewer than Spark reserves: what the subset needs to find its way. */
export const RESERVED: ReadonlySet<string> = new Set(
  (
    'SELECT DISTINCT FROM WHERE GROUP BY HAVING ORDER LIMIT OFFSET UNION INTERSECT EXCEPT MINUS JOIN INNER LEFT RIGHT FULL OUTER CROSS NATURAL SEMI ANTI ' +
    'LATERAL ON USING AS AND OR NOT IN BETWEEN LIKE ILIKE RLIKE REGEXP IS NULL TRUE FALSE CASE WHEN THEN ELSE END CAST WITH WINDOW QUALIFY PIVOT ' +
    'TABLESAMPLE SORT CLUSTER DISTRIBUTE EXISTS INTERVAL OVER'
  ).split(' '),
);

/** Words that read as part of the language where they stand, and as names elsewhere. */
export const SOFT_KEYWORDS: ReadonlySet<string> = new Set(['ALL', 'ASC', 'DESC', 'NULLS', 'FIRST', 'LAST', 'DIV']);
