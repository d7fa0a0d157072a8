"""Questionnaires as workbooks: the Russian template and XLSForm, both read into the same form."""
