-- How a creditor's mails look: the colour behind its name, lines at the end of every mail, and whether there is an HTML part.
alter table entities add column accent_colour text check (accent_colour ~ '^#[0-9a-fA-F]{3}([0-9a-fA-F]{3})?$');
alter table entities add column footer text;
alter table entities add column text_only boolean not null default false;
