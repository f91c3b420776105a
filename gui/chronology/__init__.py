"""The chronology list: its item model, how its rows are drawn, and the pane that holds them."""
