"""Slip → neutral document → ESC/POS bytes → printer → proof.

`slip_bytes` makes what is sent, `Printer` sends it and says what became of it.
"""
