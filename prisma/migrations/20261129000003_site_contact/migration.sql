-- A published phone number, whose it is, and the source that it was read in.
ALTER TABLE site
  ADD COLUMN contact_phone text,
  ADD COLUMN contact_zh text,
  ADD COLUMN contact_en text,
  ADD COLUMN contact_source_id text REFERENCES source (id),
  ADD CONSTRAINT site_contact_whole CHECK (num_nonnulls(contact_phone, contact_zh, contact_en, contact_source_id) IN (0, 4)),
  ADD CONSTRAINT site_contact_phone_form CHECK (contact_phone ~ '^[0-9]{2,4}(-[0-9]{3,8})+$');
