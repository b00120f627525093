using System.Text;

namespace Dunning.Mail.Mime;

/// <summary>Undoes format=flowed (RFC 3676 §4): soft line breaks are joined per quote depth, quote marks are kept.</summary>
internal static class FlowedText
{
    public static string Unflow(string text, bool deleteSpace)
    {
        var output = new StringBuilder(text.Length);
        var openDepth = -1;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range);
            var depth = 0;
            while (depth < line.Length && line[depth] == '>')
                depth++;
            var content = line[depth..];
            if (content.StartsWith(" "))
                content = content[1..]; // Space-stuffing.
            var signature = content is "-- ";
            if (openDepth >= 0 && (openDepth != depth || signature))
                output.Append('\n'); // A soft break into another depth is a hard one (§4.5).
            if (openDepth != depth || signature)
                output.Append('>', depth).Append(depth > 0 ? " " : "");
            var soft = content.EndsWith(" ") && !signature;
            output.Append(soft && deleteSpace ? content[..^1] : content);
            openDepth = soft ? depth : -1;
            if (!soft)
                output.Append('\n');
        }
        // The split yields one line more than there were breaks.
        if (openDepth < 0 && output.Length > 0)
            output.Length--;
        return output.ToString();
    }
}
