-- The period of each project, its steps in order, and what follows.
SELECT project, kind, ordinal, phase, start, "end"
FROM (SELECT * FROM phases /*filter*/)
ORDER BY project, instr('uitvoering stap vervolg', kind), ordinal, start, phase
