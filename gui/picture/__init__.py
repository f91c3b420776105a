"""The timeline as a picture: what is drawn on the sheet, the files it is written into, and the dialog that asks how."""
