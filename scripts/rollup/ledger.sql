-- The ledger of many tallies: which groups and which demands burden how many people, for how long. Never persons.
--
-- One query, written in what DuckDB, Trino, Spark SQL, ClickHouse and SQLite have in common: common table
-- expressions, inner joins on equal columns, GROUP BY, UNION ALL. No outer join (ClickHouse fills gaps with 0), no
-- division of whole numbers, no date arithmetic (a day is text "YYYY-MM-DD", which sorts as it should). Where a name is
-- both a column and given anew, conditions say which is meant: ClickHouse would take the new one.
--
-- It reads three tables:
--   tally_files  (installation, revision, first_day, last_day, word, formula)     one row a file
--   tally_groups (installation, revision, site, code, disposal)                   what people suggest
--   tally_rows   (installation, revision, day, site, code, then whole numbers:
--                 messages, own, late, off_hours, notices, revisions, copies, copy_chars, copy_media, replies,
--                 ask_reply … ask_ranking, hour_00 … hour_23)                     one row a group and day
--
-- It gives one table; "section" says what a line is of, "item" which one:
--   total    all there is
--   demand   one kind of demand: "times" how often, of how many people, in how many groups, on how many days
--   group    a group that at least two have: item is its code
--   single   groups that only one has, all together: a line of their own would be one person's
--   hour     messages of others by hour of the day
-- With fewer than five contributors there is the total and nothing else.

WITH

-- Of one installation a day counts by the newest file that covers it, and by no other; if that file has no row of
-- the day, none counts.
told_days AS (
  SELECT DISTINCT installation, day FROM tally_rows
),
newest AS (
  SELECT d.installation AS installation, d.day AS day, MAX(f.revision) AS revision
  FROM told_days d
  JOIN tally_files f ON f.installation = d.installation
  WHERE f.first_day <= d.day AND f.last_day >= d.day
  GROUP BY d.installation, d.day
),

-- MAX: the same file twice is one file. A group is known by its site and code together.
kept AS (
  SELECT
    r.installation AS installation, r.day AS day, r.site AS site, r.code AS code,
    MAX(r.messages) AS messages, MAX(r.own) AS own, MAX(r.late) AS late, MAX(r.off_hours) AS off_hours,
    MAX(r.notices) AS notices, MAX(r.revisions) AS revisions, MAX(r.copies) AS copies,
    MAX(r.copy_chars) AS copy_chars, MAX(r.copy_media) AS copy_media, MAX(r.replies) AS replies,
    MAX(r.ask_reply) AS ask_reply, MAX(r.ask_relay) AS ask_relay, MAX(r.ask_check_in) AS ask_check_in,
    MAX(r.ask_screenshot) AS ask_screenshot, MAX(r.ask_photo) AS ask_photo,
    MAX(r.ask_location) AS ask_location, MAX(r.ask_share) AS ask_share, MAX(r.ask_study) AS ask_study,
    MAX(r.ask_form) AS ask_form, MAX(r.ask_meeting) AS ask_meeting, MAX(r.ask_inspection) AS ask_inspection,
    MAX(r.ask_ranking) AS ask_ranking, MAX(r.hour_00) AS hour_00, MAX(r.hour_01) AS hour_01,
    MAX(r.hour_02) AS hour_02, MAX(r.hour_03) AS hour_03, MAX(r.hour_04) AS hour_04,
    MAX(r.hour_05) AS hour_05, MAX(r.hour_06) AS hour_06, MAX(r.hour_07) AS hour_07,
    MAX(r.hour_08) AS hour_08, MAX(r.hour_09) AS hour_09, MAX(r.hour_10) AS hour_10,
    MAX(r.hour_11) AS hour_11, MAX(r.hour_12) AS hour_12, MAX(r.hour_13) AS hour_13,
    MAX(r.hour_14) AS hour_14, MAX(r.hour_15) AS hour_15, MAX(r.hour_16) AS hour_16,
    MAX(r.hour_17) AS hour_17, MAX(r.hour_18) AS hour_18, MAX(r.hour_19) AS hour_19,
    MAX(r.hour_20) AS hour_20, MAX(r.hour_21) AS hour_21, MAX(r.hour_22) AS hour_22, MAX(r.hour_23) AS hour_23
  FROM tally_rows r
  JOIN newest n ON n.installation = r.installation AND n.day = r.day AND n.revision = r.revision
  GROUP BY r.installation, r.day, r.site, r.code
),

-- How many have a group, and what they come to.
by_group AS (
  SELECT
    site, code, COUNT(DISTINCT installation) AS people, COUNT(DISTINCT day) AS days,
    MIN(day) AS first_day, MAX(day) AS last_day,
    SUM(messages) AS messages, SUM(own) AS own, SUM(late) AS late, SUM(off_hours) AS off_hours,
    SUM(notices) AS notices, SUM(revisions) AS revisions, SUM(copies) AS copies,
    SUM(copy_chars) AS copy_chars, SUM(copy_media) AS copy_media, SUM(replies) AS replies,
    SUM(ask_reply) AS ask_reply, SUM(ask_relay) AS ask_relay, SUM(ask_check_in) AS ask_check_in,
    SUM(ask_screenshot) AS ask_screenshot, SUM(ask_photo) AS ask_photo, SUM(ask_location) AS ask_location,
    SUM(ask_share) AS ask_share, SUM(ask_study) AS ask_study, SUM(ask_form) AS ask_form,
    SUM(ask_meeting) AS ask_meeting, SUM(ask_inspection) AS ask_inspection, SUM(ask_ranking) AS ask_ranking,
    SUM(hour_00) AS hour_00, SUM(hour_01) AS hour_01, SUM(hour_02) AS hour_02, SUM(hour_03) AS hour_03,
    SUM(hour_04) AS hour_04, SUM(hour_05) AS hour_05, SUM(hour_06) AS hour_06, SUM(hour_07) AS hour_07,
    SUM(hour_08) AS hour_08, SUM(hour_09) AS hour_09, SUM(hour_10) AS hour_10, SUM(hour_11) AS hour_11,
    SUM(hour_12) AS hour_12, SUM(hour_13) AS hour_13, SUM(hour_14) AS hour_14, SUM(hour_15) AS hour_15,
    SUM(hour_16) AS hour_16, SUM(hour_17) AS hour_17, SUM(hour_18) AS hour_18, SUM(hour_19) AS hour_19,
    SUM(hour_20) AS hour_20, SUM(hour_21) AS hour_21, SUM(hour_22) AS hour_22, SUM(hour_23) AS hour_23
  FROM kept
  GROUP BY site, code
),

everything AS (
  SELECT
    COUNT(DISTINCT installation) AS people, COUNT(DISTINCT day) AS days,
    MIN(day) AS first_day, MAX(day) AS last_day,
    SUM(messages) AS messages, SUM(own) AS own, SUM(late) AS late, SUM(off_hours) AS off_hours,
    SUM(notices) AS notices, SUM(revisions) AS revisions, SUM(copies) AS copies,
    SUM(copy_chars) AS copy_chars, SUM(copy_media) AS copy_media, SUM(replies) AS replies,
    SUM(ask_reply) AS ask_reply, SUM(ask_relay) AS ask_relay, SUM(ask_check_in) AS ask_check_in,
    SUM(ask_screenshot) AS ask_screenshot, SUM(ask_photo) AS ask_photo, SUM(ask_location) AS ask_location,
    SUM(ask_share) AS ask_share, SUM(ask_study) AS ask_study, SUM(ask_form) AS ask_form,
    SUM(ask_meeting) AS ask_meeting, SUM(ask_inspection) AS ask_inspection, SUM(ask_ranking) AS ask_ranking,
    SUM(hour_00) AS hour_00, SUM(hour_01) AS hour_01, SUM(hour_02) AS hour_02, SUM(hour_03) AS hour_03,
    SUM(hour_04) AS hour_04, SUM(hour_05) AS hour_05, SUM(hour_06) AS hour_06, SUM(hour_07) AS hour_07,
    SUM(hour_08) AS hour_08, SUM(hour_09) AS hour_09, SUM(hour_10) AS hour_10, SUM(hour_11) AS hour_11,
    SUM(hour_12) AS hour_12, SUM(hour_13) AS hour_13, SUM(hour_14) AS hour_14, SUM(hour_15) AS hour_15,
    SUM(hour_16) AS hour_16, SUM(hour_17) AS hour_17, SUM(hour_18) AS hour_18, SUM(hour_19) AS hour_19,
    SUM(hour_20) AS hour_20, SUM(hour_21) AS hour_21, SUM(hour_22) AS hour_22, SUM(hour_23) AS hour_23
  FROM kept
),

-- What people suggest, each by their newest file.
last_files AS (
  SELECT installation, MAX(revision) AS revision FROM tally_files GROUP BY installation
),
suggested AS (
  SELECT g.installation AS installation, g.site AS site, g.code AS code, MAX(g.disposal) AS disposal
  FROM tally_groups g
  JOIN last_files l ON l.installation = g.installation AND l.revision = g.revision
  GROUP BY g.installation, g.site, g.code
),
suggestions AS (
  SELECT
    site, code,
    SUM(CASE WHEN disposal = 'keep' THEN 1 ELSE 0 END) AS keep_it,
    SUM(CASE WHEN disposal = 'merge' THEN 1 ELSE 0 END) AS merge_it,
    SUM(CASE WHEN disposal = 'dissolve' THEN 1 ELSE 0 END) AS dissolve_it,
    SUM(CASE WHEN disposal = 'regulate' THEN 1 ELSE 0 END) AS regulate_it
  FROM (
    SELECT site, code, disposal FROM suggested
    UNION ALL
    -- So that every group has a line here, and the join below needs no outer one.
    SELECT site, code, 'none' AS disposal FROM by_group
  ) both_of_them
  GROUP BY site, code
),

-- One line for each kind of demand on each day it was asked.
asked AS (
  SELECT installation, day, site, code, 'reply' AS kind, ask_reply AS times FROM kept WHERE ask_reply > 0 UNION ALL
  SELECT installation, day, site, code, 'relay' AS kind, ask_relay AS times FROM kept WHERE ask_relay > 0 UNION ALL
  SELECT installation, day, site, code, 'check-in' AS kind, ask_check_in AS times FROM kept WHERE ask_check_in > 0 UNION ALL
  SELECT installation, day, site, code, 'screenshot' AS kind, ask_screenshot AS times FROM kept WHERE ask_screenshot > 0 UNION ALL
  SELECT installation, day, site, code, 'photo' AS kind, ask_photo AS times FROM kept WHERE ask_photo > 0 UNION ALL
  SELECT installation, day, site, code, 'location' AS kind, ask_location AS times FROM kept WHERE ask_location > 0 UNION ALL
  SELECT installation, day, site, code, 'share' AS kind, ask_share AS times FROM kept WHERE ask_share > 0 UNION ALL
  SELECT installation, day, site, code, 'study' AS kind, ask_study AS times FROM kept WHERE ask_study > 0 UNION ALL
  SELECT installation, day, site, code, 'form' AS kind, ask_form AS times FROM kept WHERE ask_form > 0 UNION ALL
  SELECT installation, day, site, code, 'meeting' AS kind, ask_meeting AS times FROM kept WHERE ask_meeting > 0 UNION ALL
  SELECT installation, day, site, code, 'inspection' AS kind, ask_inspection AS times FROM kept WHERE ask_inspection > 0 UNION ALL
  SELECT installation, day, site, code, 'ranking' AS kind, ask_ranking AS times FROM kept WHERE ask_ranking > 0
),
by_demand AS (
  SELECT
    kind, COUNT(DISTINCT installation) AS people, COUNT(DISTINCT CONCAT(site, '|', code)) AS in_groups,
    COUNT(DISTINCT day) AS days, MIN(day) AS first_day, MAX(day) AS last_day, SUM(times) AS times
  FROM asked
  GROUP BY kind
),
by_hour AS (
  SELECT '00' AS item, hour_00 AS times FROM everything UNION ALL
  SELECT '01' AS item, hour_01 AS times FROM everything UNION ALL
  SELECT '02' AS item, hour_02 AS times FROM everything UNION ALL
  SELECT '03' AS item, hour_03 AS times FROM everything UNION ALL
  SELECT '04' AS item, hour_04 AS times FROM everything UNION ALL
  SELECT '05' AS item, hour_05 AS times FROM everything UNION ALL
  SELECT '06' AS item, hour_06 AS times FROM everything UNION ALL
  SELECT '07' AS item, hour_07 AS times FROM everything UNION ALL
  SELECT '08' AS item, hour_08 AS times FROM everything UNION ALL
  SELECT '09' AS item, hour_09 AS times FROM everything UNION ALL
  SELECT '10' AS item, hour_10 AS times FROM everything UNION ALL
  SELECT '11' AS item, hour_11 AS times FROM everything UNION ALL
  SELECT '12' AS item, hour_12 AS times FROM everything UNION ALL
  SELECT '13' AS item, hour_13 AS times FROM everything UNION ALL
  SELECT '14' AS item, hour_14 AS times FROM everything UNION ALL
  SELECT '15' AS item, hour_15 AS times FROM everything UNION ALL
  SELECT '16' AS item, hour_16 AS times FROM everything UNION ALL
  SELECT '17' AS item, hour_17 AS times FROM everything UNION ALL
  SELECT '18' AS item, hour_18 AS times FROM everything UNION ALL
  SELECT '19' AS item, hour_19 AS times FROM everything UNION ALL
  SELECT '20' AS item, hour_20 AS times FROM everything UNION ALL
  SELECT '21' AS item, hour_21 AS times FROM everything UNION ALL
  SELECT '22' AS item, hour_22 AS times FROM everything UNION ALL
  SELECT '23' AS item, hour_23 AS times FROM everything
),

-- The total, the groups and what is single, alike. Each alone may be told only to some.
sums AS (
  SELECT
    'total' AS section, 'all' AS item, '' AS site, people, group_count AS in_groups, days, first_day, last_day,
    messages, own, late, off_hours, notices, revisions, copies, copy_chars, copy_media, replies, ask_reply,
    ask_relay, ask_check_in, ask_screenshot, ask_photo, ask_location, ask_share, ask_study, ask_form,
    ask_meeting, ask_inspection, ask_ranking,
    0 AS keep_it, 0 AS merge_it, 0 AS dissolve_it, 0 AS regulate_it
  FROM everything
  CROSS JOIN (SELECT COUNT(*) AS group_count FROM by_group) how_many
  UNION ALL
  SELECT
    'group' AS section, g.code AS item, g.site AS site, people, 1 AS in_groups, days, first_day, last_day,
    messages, own, late, off_hours, notices, revisions, copies, copy_chars, copy_media, replies, ask_reply,
    ask_relay, ask_check_in, ask_screenshot, ask_photo, ask_location, ask_share, ask_study, ask_form,
    ask_meeting, ask_inspection, ask_ranking,
    keep_it, merge_it, dissolve_it, regulate_it
  FROM by_group g
  JOIN suggestions s ON s.site = g.site AND s.code = g.code
  WHERE g.people >= 2
  UNION ALL
  SELECT
    'single' AS section, 'all' AS item, '' AS site, 1 AS people, COUNT(*) AS in_groups, 0 AS days,
    '' AS first_day, '' AS last_day,
    SUM(messages) AS messages, SUM(own) AS own, SUM(late) AS late, SUM(off_hours) AS off_hours,
    SUM(notices) AS notices, SUM(revisions) AS revisions, SUM(copies) AS copies,
    SUM(copy_chars) AS copy_chars, SUM(copy_media) AS copy_media, SUM(replies) AS replies,
    SUM(ask_reply) AS ask_reply, SUM(ask_relay) AS ask_relay, SUM(ask_check_in) AS ask_check_in,
    SUM(ask_screenshot) AS ask_screenshot, SUM(ask_photo) AS ask_photo, SUM(ask_location) AS ask_location,
    SUM(ask_share) AS ask_share, SUM(ask_study) AS ask_study, SUM(ask_form) AS ask_form,
    SUM(ask_meeting) AS ask_meeting, SUM(ask_inspection) AS ask_inspection, SUM(ask_ranking) AS ask_ranking,
    0 AS keep_it, 0 AS merge_it, 0 AS dissolve_it, 0 AS regulate_it
  FROM by_group g
  WHERE g.people < 2
),

-- Minutes by version 1 of the formula: 255 characters a minute, 3 seconds for a copied file, link or image, 2 seconds
-- for a reply, and for each demand the minutes of its kind.
lines AS (
  SELECT
    section, item, site, people, in_groups, days, first_day, last_day,
    messages, own, late, off_hours, notices, revisions, copies, copy_chars, copy_media, replies,
    ask_reply + ask_relay + ask_check_in + ask_screenshot + ask_photo + ask_location + ask_share
      + ask_study + ask_form + ask_meeting + ask_inspection + ask_ranking AS times,
    CAST(copy_chars AS DOUBLE) / 255 + CAST(copy_media AS DOUBLE) * 3 / 60
      + CAST(replies AS DOUBLE) * 2 / 60
      + 0.5 * CAST(ask_reply AS DOUBLE) + 1 * CAST(ask_relay AS DOUBLE) + 1 * CAST(ask_check_in AS DOUBLE)
      + 2 * CAST(ask_screenshot AS DOUBLE) + 5 * CAST(ask_photo AS DOUBLE)
      + 1 * CAST(ask_location AS DOUBLE) + 2 * CAST(ask_share AS DOUBLE) + 15 * CAST(ask_study AS DOUBLE)
      + 30 * CAST(ask_form AS DOUBLE) + 60 * CAST(ask_meeting AS DOUBLE)
      + 60 * CAST(ask_inspection AS DOUBLE) AS minutes,
    keep_it, merge_it, dissolve_it, regulate_it
  FROM sums
  UNION ALL
  SELECT
    'demand' AS section, kind AS item, '' AS site, people, in_groups, days, first_day, last_day,
    0 AS messages, 0 AS own, 0 AS late, 0 AS off_hours, 0 AS notices, 0 AS revisions, 0 AS copies, 0 AS copy_chars, 0 AS copy_media, 0 AS replies,
    times,
    CAST(times AS DOUBLE) * CASE kind
      WHEN 'reply' THEN 0.5 WHEN 'relay' THEN 1 WHEN 'check-in' THEN 1 WHEN 'screenshot' THEN 2
      WHEN 'photo' THEN 5 WHEN 'location' THEN 1 WHEN 'share' THEN 2 WHEN 'study' THEN 15 WHEN 'form' THEN 30
      WHEN 'meeting' THEN 60 WHEN 'inspection' THEN 60 ELSE 0 END AS minutes,
    0 AS keep_it, 0 AS merge_it, 0 AS dissolve_it, 0 AS regulate_it
  FROM by_demand
  UNION ALL
  SELECT
    'hour' AS section, item, '' AS site, 0 AS people, 0 AS in_groups, 0 AS days, '' AS first_day, '' AS last_day,
    0 AS messages, 0 AS own, 0 AS late, 0 AS off_hours, 0 AS notices, 0 AS revisions, 0 AS copies, 0 AS copy_chars, 0 AS copy_media, 0 AS replies,
    times, 0 AS minutes,
    0 AS keep_it, 0 AS merge_it, 0 AS dissolve_it, 0 AS regulate_it
  FROM by_hour
)

SELECT l.*
FROM lines l
CROSS JOIN (SELECT COUNT(DISTINCT installation) AS contributors FROM kept) c
WHERE l.section = 'total' OR c.contributors >= 5
ORDER BY l.section, l.minutes DESC, l.item, l.site
