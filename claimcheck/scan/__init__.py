"""Archives of articles: grouped into stories, each story compared, by one process or many.

    input files -> Ref -> Article -> Card -> groups of cards -> Report of each -> rows of findings -> summary

What is read and compared is kept in a state file, so that a run that was stopped goes on where it was.
"""
