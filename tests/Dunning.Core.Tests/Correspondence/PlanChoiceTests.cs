using Dunning.Core.Cases;
using Dunning.Core.Conversation;
using Dunning.Core.Correspondence;
using Shouldly;
using Xunit;
using static Dunning.Core.Tests.Correspondence.Letters;

namespace Dunning.Core.Tests.Correspondence;

/// <summary>What somebody who is not trusted may choose of a mail, and what is refused.</summary>
public sealed class PlanChoiceTests
{
    private static IEnumerable<(string Name, FactSet Facts, ConversationFacts Conversation, Purpose Purpose, Stage? Stage)> Situations =>
        from situation in GoldenSituations.All
        from language in Library.Languages
        let s = situation.Value(language)
        select ($"{situation.Key} {language}", s.Facts, s.Conversation, s.Purpose, s.Stage);

    [Fact]
    public void Whatever_is_chosen_from_the_offer_makes_a_mail_that_can_be_read_back()
    {
        var random = new Random(20260317);
        foreach (var (name, facts, conversation, purpose, stage) in Situations)
        {
            var offer = DraftOffer.Of(Library, facts, conversation, purpose, stage, disclose: true);
            for (var i = 0; i < 5; i++)
            {
                var mail = Taken(AnyOf(offer, random).Decide(Library, facts, conversation, purpose, stage, disclose: true), name);
                MailText.Render(mail.Plan, Library).ShouldBe(mail.Mail);
                MailText.Parse(mail.Mail, Library, facts.Language).ShouldBe(mail.Plan, $"{name}\n{mail.Mail.Text}");
            }
        }
    }

    [Fact]
    public void The_composer_writes_nothing_that_is_not_offered()
    {
        foreach (var (name, facts, conversation, purpose, stage) in Situations)
        {
            for (var seed = 1; seed <= 3; seed++)
            {
                var composed = Compose(facts, conversation, purpose, stage, seed: seed);
                Taken(PlanChoice.Of(composed.Plan, Library)!.Decide(Library, facts, conversation, purpose, stage, disclose: true), name).ShouldBe(composed);
            }
        }
    }

    [Fact]
    public void No_clause_beyond_the_offer_is_taken_for_any_part()
    {
        var random = new Random(4);
        foreach (var (name, facts, conversation, purpose, stage) in Situations)
        {
            var offer = DraftOffer.Of(Library, facts, conversation, purpose, stage, disclose: true);
            var offered = offer.Parts.SelectMany(part => part.Wordings).Select(wording => wording.Id).ToHashSet();
            var good = AnyOf(offer, random);
            foreach (var clause in Library.For(facts.Language))
            {
                if (offered.Contains(clause.Variants[0].Id)) continue;
                var choice = new PlanChoice([.. good.Wordings.Where(wording => wording.Act != clause.Act), new(clause.Act, clause.Variants[0].Id)]);
                choice.Decide(Library, facts, conversation, purpose, stage, disclose: true).ShouldBeOfType<PlanDecision.Refused>($"{name}: {clause.Id}")
                    .Why.ShouldBeOneOf(PlanRefusal.ClauseDoesNotFit, PlanRefusal.PartNotOffered);
            }
        }
    }

    [Fact]
    public void A_sentence_of_the_last_messages_is_offered_only_when_nothing_else_is_left()
    {
        foreach (var (name, facts, conversation, purpose, stage) in Situations)
        {
            var before = DraftOffer.Of(Library, facts, conversation, purpose, stage, disclose: true);
            var used = before.Parts.Where(part => part.Wordings.Count > 1).Select(part => part.Wordings[0].Id).ToList();
            var after = DraftOffer.Of(Library, facts, conversation with { RecentSentences = used }, purpose, stage, disclose: true);
            after.Parts.SelectMany(part => part.Wordings).Select(wording => wording.Id).ShouldNotContain(id => used.Contains(id), name);
            var repeated = new PlanChoice([.. before.Parts.Select(part => new ChosenWording(part.Act, part.Wordings[0].Id))]);
            if (used.Count > 0) Refused(repeated, facts, conversation with { RecentSentences = used }, purpose, stage).ShouldBe(PlanRefusal.ClauseDoesNotFit, name);
        }
    }

    [Fact]
    public void A_choice_that_is_no_mail_is_refused_with_the_reason()
    {
        var facts = Facts("en", First, Second) with { DisputedInvoices = ["INV-0990"] };
        var asked = Known with { OpenQuestion = new(Intent.QuestionOther, new(2026, 3, 12), []) };
        var good = AnyOf(DraftOffer.Of(Library, facts, asked, Purpose.Reminder, Stage.Reminder, true), new Random(1));
        PlanRefusal Why(params ChosenWording[] wordings) => Refused(new(wordings), facts, asked, Purpose.Reminder, Stage.Reminder);
        ChosenWording[] Without(SpeechAct act) => [.. good.Wordings.Where(wording => wording.Act != act)];

        Why().ShouldBe(PlanRefusal.PartMissing);
        Why([.. good.Wordings, good.Wordings[3]]).ShouldBe(PlanRefusal.PartTwice);
        Why([.. Without(SpeechAct.Opening), new(SpeechAct.Opening, "opening.threat/a")]).ShouldBe(PlanRefusal.UnknownClause);
        Why([.. Without(SpeechAct.Opening), new(SpeechAct.Opening, "")]).ShouldBe(PlanRefusal.UnknownClause);
        Why([.. Without(SpeechAct.Opening), new(SpeechAct.Opening, "farewell/a")]).ShouldBe(PlanRefusal.ClauseDoesNotFit);
        Why([.. Without(SpeechAct.Opening), new(SpeechAct.Opening, "opening.final/a")]).ShouldBe(PlanRefusal.ClauseDoesNotFit);
        Why([.. good.Wordings, new(SpeechAct.RecallPromise, "recall/a")]).ShouldBe(PlanRefusal.PartNotOffered);
        foreach (var act in new[] { SpeechAct.AnswerQuestion, SpeechAct.StatePaused, SpeechAct.StateLines, SpeechAct.PayByTransfer, SpeechAct.Disclosure })
            Why(Without(act)).ShouldBe(PlanRefusal.PartMissing, act.ToString());
    }

    [Fact]
    public void A_clause_that_comes_along_with_the_request_cannot_be_left_out()
    {
        var offer = DraftOffer.Of(Library, Facts("en", First), Known, Purpose.Reminder, Stage.Final, true);
        var good = AnyOf(offer, new Random(2));
        Refused(new([.. good.Wordings.Where(wording => wording.Act != SpeechAct.NextStep)]), Facts("en", First), Known, Purpose.Reminder, Stage.Final).ShouldBe(PlanRefusal.PartMissing);
        offer.Parts.Single(part => part.Act == SpeechAct.NextStep).Wordings.ShouldAllBe(wording => wording.Id.StartsWith("next.final/"));
    }

    private static PlanChoice AnyOf(DraftOffer offer, Random random) =>
        new([.. offer.Parts.Where(part => !part.MayBeLeftOut || random.Next(2) == 0).Select(part => new ChosenWording(part.Act, part.Wordings[random.Next(part.Wordings.Count)].Id))
            .OrderBy(_ => random.Next())]);

    private static ComposedMail Taken(PlanDecision decision, string name) => decision.ShouldBeOfType<PlanDecision.Taken>(name).Mail;

    private static PlanRefusal Refused(PlanChoice choice, FactSet facts, ConversationFacts conversation, Purpose purpose, Stage? stage) =>
        choice.Decide(Library, facts, conversation, purpose, stage, disclose: true).ShouldBeOfType<PlanDecision.Refused>().Why;
}
