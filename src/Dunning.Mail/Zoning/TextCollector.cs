using System.Text;

namespace Dunning.Mail.Zoning;

/// <summary>Builds lines with collapsed blanks and quote marks.</summary>
internal sealed class TextCollector
{
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _line = new();
    private int _lineQuotes;
    private int _blankLines;
    private int _wantedBreaks;

    /// <summary>Adds text; blanks collapse unless preformatted.</summary>
    public void Add(string text, int quotes, bool preformatted)
    {
        foreach (var c in text)
        {
            if (c == '\n' && preformatted)
                LineBreak(quotes);
            else if (c == '\u00A0' && (_line.Length == 0 || _wantedBreaks > 0))
                OpenEmptyLine(quotes);
            else if (char.IsWhiteSpace(c) || char.IsControl(c))
                Blank(preformatted, quotes);
            else
            {
                Settle(quotes);
                _line.Append(c);
            }
        }
    }

    /// <summary>A line of its own.</summary>
    public void Line(string text, int quotes)
    {
        Break(1);
        Add(text, quotes, preformatted: false);
        Break(1);
    }

    /// <summary>A hard line break.</summary>
    public void LineBreak(int quotes)
    {
        Settle(quotes);
        EndLine();
    }

    /// <summary>Asks for at least so many line ends before the next text.</summary>
    public void Break(int count) => _wantedBreaks = Math.Max(_wantedBreaks, count);

    public string Finish()
    {
        if (_line.Length > 0)
            EndLine();
        return _output.ToString().Trim('\n');
    }

    /// <summary>Outlook writes an empty line as a paragraph that holds a hard blank.</summary>
    private void OpenEmptyLine(int quotes)
    {
        Settle(quotes);
        _line.Append(' ');
    }

    private void Blank(bool preformatted, int quotes)
    {
        if (_wantedBreaks > 0 && !preformatted)
            return;
        if (preformatted)
            Settle(quotes);
        if (preformatted || _line.Length > 0 && _line[^1] != ' ')
            _line.Append(' ');
    }

    private void Settle(int quotes)
    {
        if (_line.Length > 0 && (_wantedBreaks > 0 || _lineQuotes != quotes))
            EndLine();
        if (_wantedBreaks > 1 && _output.Length > 0 && _blankLines == 0)
            EndLine();
        _wantedBreaks = 0;
        _lineQuotes = quotes;
    }

    private void EndLine()
    {
        var text = _line.ToString().TrimEnd();
        // More than two blank lines in a row say nothing.
        _blankLines = text.Length == 0 ? _blankLines + 1 : 0;
        if (_blankLines <= 2)
            _output.Append(_lineQuotes > 0 ? new string('>', _lineQuotes) + " " : "").Append(text).Append('\n');
        _line.Clear();
    }
}
