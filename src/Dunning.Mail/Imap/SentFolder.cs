namespace Dunning.Mail.Imap;

/// <summary>Finds the folder that keeps sent mail: by its special use (RFC 6154), otherwise by the names mail programs give it.</summary>
public static class SentFolder
{
    private static readonly string[] Names =
    [
        "Sent", "Sent Items", "Sent Mail", "Sent Messages", "Sent-Mail", "Sent Objects",
        "Gesendet", "Gesendete Elemente", "Gesendete Objekte", "Gesendete Nachrichten", "Gesendete Mails", "Gesendete E-Mails",
        "Envoyés", "Éléments envoyés", "Messages envoyés", "Courrier envoyé", "Mails envoyés", "Objets envoyés",
        "Enviados", "Elementos enviados", "Mensajes enviados", "Correo enviado", "Correos enviados", "Enviado",
        "Inviati", "Inviata", "Posta inviata", "Elementi inviati", "Messaggi inviati", "Inviate",
        "Verzonden", "Verzonden items", "Verzonden berichten", "Verstuurd", "Verzonden e-mail", "Verzonden objecten",
    ];

    /// <summary>The folder, or null when none can be told. A folder at the root wins over one below another.</summary>
    public static ImapFolder? Find(IEnumerable<ImapFolder> folders)
    {
        var usable = folders.Where(folder => !folder.Has("\\Noselect") && !folder.Has("\\NonExistent")).ToList();
        return usable.Find(folder => folder.Has("\\Sent"))
            ?? usable.Where(folder => Depth(folder) <= 1).Select(folder => (Folder: folder, Rank: RankOf(folder))).Where(found => found.Rank >= 0)
                .OrderBy(found => Depth(found.Folder)).ThenBy(found => found.Rank).Select(found => found.Folder).FirstOrDefault();
    }

    private static int Depth(ImapFolder folder) => folder.Delimiter is { } delimiter ? folder.Name.Count(c => c == delimiter) : 0;

    /// <summary>Place of the last part of the name among the known ones; -1 when it is none of them.</summary>
    private static int RankOf(ImapFolder folder)
    {
        var last = folder.Delimiter is { } delimiter ? folder.Name[(folder.Name.LastIndexOf(delimiter) + 1)..] : folder.Name;
        return Array.FindIndex(Names, name => name.Equals(last.Normalize(), StringComparison.OrdinalIgnoreCase));
    }
}
