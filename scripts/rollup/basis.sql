-- What one has to know of the ledger before trusting it; one row. Written as ledger.sql is, for the same engines.
--
-- It reads two tables:
--   tally_files    (installation, revision, first_day, last_day, word, formula, day_start)     one row a file
--   tally_restored (installation, revision, day)     days whose sums came back from a copy: lower bounds
--
-- other_day_starts: people whose days started at another hour than those of most; who names two hours is one of them.
-- shorter_periods: people whose files together begin later or end earlier than those of all.
-- unknown_day_starts: people whose files do not say. restored_people, restored_days: a day counts for each person.

WITH
starts AS (
  SELECT installation, MIN(day_start) AS earliest, MAX(day_start) AS latest
  FROM tally_files
  GROUP BY installation
),
alike AS (
  SELECT earliest, COUNT(*) AS people FROM starts WHERE earliest = latest GROUP BY earliest
),
most AS (
  SELECT COALESCE(MAX(people), 0) AS people FROM alike
),
known AS (
  SELECT COUNT(*) AS people, COUNT(earliest) AS said FROM starts
),

periods AS (
  SELECT installation, MIN(first_day) AS first_day, MAX(last_day) AS last_day
  FROM tally_files
  GROUP BY installation
),
widest AS (
  SELECT MIN(first_day) AS first_day, MAX(last_day) AS last_day FROM tally_files
),
shorter AS (
  SELECT COUNT(*) AS people
  FROM periods p
  CROSS JOIN widest w
  WHERE p.first_day > w.first_day OR p.last_day < w.last_day
),

-- Only where the newest file that covers the day says so.
restored AS (
  SELECT r.installation AS installation, r.day AS day, r.revision AS revision
  FROM tally_restored r
  JOIN tally_files f ON f.installation = r.installation
  WHERE f.first_day <= r.day AND f.last_day >= r.day
  GROUP BY r.installation, r.day, r.revision
  HAVING MAX(f.revision) = r.revision
),
lower_bounds AS (
  SELECT COUNT(DISTINCT installation) AS people, COUNT(*) AS days FROM restored
)

SELECT
  k.said - m.people AS other_day_starts, k.people - k.said AS unknown_day_starts,
  s.people AS shorter_periods, b.people AS restored_people, b.days AS restored_days
FROM known k
CROSS JOIN most m
CROSS JOIN shorter s
CROSS JOIN lower_bounds b
