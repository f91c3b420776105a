"""The frame around the panels: tool bar, sidebar, status line, start page, palette, and the small pages."""
