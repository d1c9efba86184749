"""Makes ``corpus/``: Board papers of bodies that do not exist, with their truth beside them.

Run ``python -m scripts.make_corpus`` from the root of the repository. The same
code gives the same bytes. Needs reportlab, fpdf2, python-docx, pikepdf,
pypdfium2, pillow and the DejaVu fonts (Debian: ``fonts-dejavu-core``).
"""
