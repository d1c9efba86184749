"""Who held which post, and when. None of these people exist."""

from __future__ import annotations

# Harrowmere Teaching Hospitals NHS Trust
CHAIR_H1 = ("Dame Rosalind Achterberg", "Chair")  # to June 2022
CHAIR_H2 = ("Devlin Oyelaran-Pike", "Chair")  # from July 2022
CEO_H1 = ("Dr Martin Saltmarsh", "Chief Executive")  # to March 2021
CEO_H2 = ("Priya Venkatraman-Cole", "Chief Executive")  # from April 2021
CN_H1 = ("Bernadette Quillfeather", "Chief Nurse")  # to May 2023
CN_H2 = ("Tobias Lindqvist-Hale", "Chief Nurse")  # from June 2023
CMO_H = ("Dr Imogen Farraday", "Chief Medical Officer")
DOF_H1 = ("Callum Strathdearn", "Director of Finance")  # to March 2024
DOF_H2 = ("Nadia Okonjo-Whitby", "Director of Finance")  # from April 2024
COO_H1 = ("Helen Bracegirdle", "Chief Operating Officer")  # to December 2021
COO_H2 = ("Samir Dastoor", "Chief Operating Officer")  # from January 2022
CPO_H = ("Lorna Peverell", "Chief People Officer")
EST_H = ("Gareth Winstanley-Moss", "Director of Estates and Facilities")
CDIO_H = ("Yusuf Adeyemi-Thorne", "Chief Digital and Information Officer")
SEC_H1 = ("Marguerite Haldane", "Company Secretary")  # to February 2023
SEC_H2 = ("Owen Trefusis", "Company Secretary")  # from March 2023
QI_H = ("Dr Seren Abelwhite", "Associate Medical Director for Improvement")
RI_H = ("Professor Anselm Korda", "Director of Research")
MID_H = ("Fenella Groot", "Director of Midwifery")
IPC_H = ("Dr Lucian Marchbanks", "Director of Infection Prevention and Control")

# Fenwold Partnership NHS Foundation Trust
CHAIR_F1 = ("Sir Alaric Monkhouse", "Chair")  # to September 2022
CHAIR_F2 = ("Judith Penhallow-Reeve", "Chair")  # from October 2022
CEO_F = ("Beatrix Onuoha", "Chief Executive")
NUR_F = ("Colm Ferriter", "Executive Director of Nursing")
MD_F = ("Dr Zainab Holroyd-Khan", "Medical Director")
CFO_F = ("Petra Vandeleur", "Chief Finance Officer")
COO_F = ("Winston Ashgrove", "Chief Operating Officer")
PEO_F = ("Isla Macready-Boon", "Director of People")
SEC_F1 = ("Dorothy Kilnsey", "Trust Secretary")  # to March 2023
SEC_F2 = ("Rafe Amberley", "Trust Secretary")  # from April 2023
QI_F = ("Tamsin Yewdale", "Head of Quality Improvement")
DIG_F = ("Lowri Castellane", "Chief Information Officer")

# Brackenshire County Council
LEAD_B1 = ("Councillor Edmund Foxlease", "Leader of the Council")  # to May 2021
LEAD_B2 = ("Councillor Marian Tullibody", "Leader of the Council")  # from May 2021
ASC_B = ("Councillor Joyce Ravenglass", "Cabinet Member for Adult Social Care")
HWY_B = ("Councillor Desmond Harkaway", "Cabinet Member for Highways and Transport")
LIB_B = ("Councillor Odette Plumridge", "Cabinet Member for Communities and Libraries")
ASD_B = ("Sunita Braithwell", "Corporate Director for Adult Social Care")
FIN_B = ("Alan Merriweather-Dunn", "Corporate Director for Finance and Section 151 Officer")
HWD_B = ("Kofi Lansdell", "Director of Highways")
LBD_B = ("Philippa Snaith", "Head of Libraries")
MON_B = ("Gwendolen Marsh", "Monitoring Officer")
