/** Which views answer which questions: a view that halted stands in the way of its own questions only. */

export const FACTS: readonly string[] = ['facts'];
export const REGISTER: readonly string[] = ['facts', 'register'];
export const REGISTER_AND_EPR: readonly string[] = ['facts', 'register', 'epr'];
