"""What kiosk, counter and display share: the hall's rules, its database, its printers."""
