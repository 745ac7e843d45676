using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DeepmineSentinel.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class ModelLifecycle : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ArchivedAt",
                table: "ModelVersions",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ArchivedBy",
                table: "ModelVersions",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ArchivedReason",
                table: "ModelVersions",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ParentRunId",
                table: "ModelVersions",
                type: "nvarchar(24)",
                maxLength: 24,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Pinned",
                table: "ModelVersions",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "ModelPointerMoves",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Purpose = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    RunId = table.Column<string>(type: "nvarchar(24)", maxLength: 24, nullable: false),
                    PreviousRunId = table.Column<string>(type: "nvarchar(24)", maxLength: 24, nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    GatePassed = table.Column<bool>(type: "bit", nullable: true),
                    GateReasons = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModelPointerMoves", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ModelPointerMoves_RunId",
                table: "ModelPointerMoves",
                column: "RunId");

            migrationBuilder.CreateIndex(
                name: "IX_ModelPointerMoves_Sequence",
                table: "ModelPointerMoves",
                column: "Sequence",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ModelPointerMoves");

            migrationBuilder.DropColumn(
                name: "ArchivedAt",
                table: "ModelVersions");

            migrationBuilder.DropColumn(
                name: "ArchivedBy",
                table: "ModelVersions");

            migrationBuilder.DropColumn(
                name: "ArchivedReason",
                table: "ModelVersions");

            migrationBuilder.DropColumn(
                name: "ParentRunId",
                table: "ModelVersions");

            migrationBuilder.DropColumn(
                name: "Pinned",
                table: "ModelVersions");
        }
    }
}
