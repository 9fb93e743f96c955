-- The sections that start within the text of the passage: [{"Start": …, "HeadingPath": […]}]; null if it holds one.
ALTER TABLE passages ADD COLUMN sections TEXT;
