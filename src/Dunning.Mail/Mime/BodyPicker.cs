namespace Dunning.Mail.Mime;

/// <summary>Chooses text body, HTML body and attachments from the tree, as a mail client shows them.</summary>
internal static class BodyPicker
{
    public static (string? Text, string? Html, IReadOnlyList<MimeAttachment> Attachments) Pick(MimeEntity root)
    {
        var text = new List<MimeEntity>();
        var html = new List<MimeEntity>();
        var rest = new List<MimeEntity>();
        Walk(root, text, html, rest);
        if (Join(text) is not { } plain)
            return (null, Join(html), [.. rest.Select(ToAttachment)]);
        var (kept, files) = UuEncoding.Split(plain);
        return (kept, Join(html), [.. rest.Select(ToAttachment), .. files]);
    }

    private static void Walk(MimeEntity entity, List<MimeEntity> text, List<MimeEntity> html, List<MimeEntity> rest)
    {
        if (entity.ContentType.Is("multipart/alternative"))
        {
            Alternative(entity, text, html, rest);
            return;
        }
        if (entity.Children.Count > 0)
        {
            foreach (var child in entity.Children)
                Walk(child, text, html, rest);
            return;
        }
        if (entity.ContentType.IsType("multipart") || entity.StatusGroups.Count > 0)
            return;
        if (entity.IsAttachment || entity.FileName is not null || entity.Text is null || entity.Message is not null)
            rest.Add(entity);
        else if (entity.ContentType.Is("text/plain"))
            text.Add(entity);
        else if (entity.ContentType.Is("text/html"))
            html.Add(entity);
        else
            rest.Add(entity);
    }

    /// <summary>Of several alternatives of one type the last is the best (RFC 2046 §5.1.4).</summary>
    private static void Alternative(MimeEntity entity, List<MimeEntity> text, List<MimeEntity> html, List<MimeEntity> rest)
    {
        List<MimeEntity> bestText = [], bestHtml = [];
        foreach (var child in entity.Children)
        {
            List<MimeEntity> childText = [], childHtml = [];
            Walk(child, childText, childHtml, rest);
            if (childText.Count > 0)
                bestText = childText;
            if (childHtml.Count > 0)
                bestHtml = childHtml;
        }
        text.AddRange(bestText);
        html.AddRange(bestHtml);
    }

    private static string? Join(List<MimeEntity> parts) =>
        parts.Count == 0 ? null : string.Join('\n', parts.Select(p => p.Text));

    private static MimeAttachment ToAttachment(MimeEntity entity) =>
        new(entity.FileName, entity.ContentType.MediaType, entity.Content, entity.ContentId);
}
