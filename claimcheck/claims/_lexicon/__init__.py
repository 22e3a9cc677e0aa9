"""What the kinds of speech share: words of English and how they are read.

The kinds quote, attribution, polarity and modality do not import each other. What more than one of them
needs stands here: tokens and stems, quotation marks, reporting verbs and their speakers, clauses, negators, hedges.
"""
