"""The pane and the dialogs that edit one incident: fields, text, citations and links."""
