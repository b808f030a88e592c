"""Files for others: workbooks, tables and charts, complete or not written at all."""
