/** In the place of an analytic's number in a row's address: the query that was run last, of no hunt. Numbers are upper case, so none is this. */
export const QUERY_ANALYTIC = 'query';
