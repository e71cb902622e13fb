"""What `jiaohao setup` does: a plan is made, checked, and carried out step by step.

The questions in a terminal, the window and the options of the command all make the same plan.
"""
