"""The chronology list: its item model, how its rows are drawn, its filters, and the pane that holds them."""
