namespace Dunning.Core.Conversation;

/// <summary>What speaks against a sender being who the mail shows.</summary>
public enum SenderDoubt { NoResult, CheckFailed, NotAligned, SeveralAuthors, SenderDiffers, RepliesElsewhere, NameShowsAddress, LooksAlike }

/// <summary>Doubts about a sender: which are grave, and all of them in words.</summary>
public static class SenderDoubts
{
    /// <summary>Whether the doubt alone keeps a mail from changing anything. The results of the border are judged by <see cref="SenderAuthenticity"/>.</summary>
    public static bool IsGrave(SenderDoubt doubt) => doubt switch
    {
        SenderDoubt.SeveralAuthors or SenderDoubt.RepliesElsewhere or SenderDoubt.NameShowsAddress or SenderDoubt.LooksAlike => true,
        SenderDoubt.NoResult or SenderDoubt.CheckFailed or SenderDoubt.NotAligned or SenderDoubt.SenderDiffers => false,
    };

    /// <summary>One doubt as part of a sentence.</summary>
    public static string Words(SenderDoubt doubt) => doubt switch
    {
        SenderDoubt.NoResult => "our mail border gave no result for it",
        SenderDoubt.CheckFailed => "our mail border found that it was not sent by the domain it names",
        SenderDoubt.NotAligned => "only another domain than the sender's was proven",
        SenderDoubt.SeveralAuthors => "it names more than one author, or none",
        SenderDoubt.SenderDiffers => "it was sent by another organisation on the author's behalf",
        SenderDoubt.RepliesElsewhere => "answers to it would go to another organisation",
        SenderDoubt.NameShowsAddress => "the sender's name shows an address that is not the real one",
        SenderDoubt.LooksAlike => "the sender's domain looks like that of a known contact, but is another",
    };
}
