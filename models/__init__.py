"""What a project is: tables, drafts that enter, snapshots that leave, the file, its migrations."""
